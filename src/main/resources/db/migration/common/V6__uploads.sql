-- Files that came through the API. Their bytes are in the store and not beside it, so that every node and every backup
-- has them.

create table upload (
  id      text ${bytewise} primary key,  -- random: the part of its address that nobody guesses
  feed    text ${bytewise} not null,
  name    text ${bytewise} not null,     -- as articles name it, with '/'
  length  bigint not null,               -- the bytes that have come
  total   bigint,                        -- the bytes that are to come in all; null where that is not known
  digest  text,                          -- SHA-256 in hexadecimal digits; null while it is unfinished
  current bigint not null default 0,     -- 1 if it is what its name means
  changed bigint not null                -- when the last bytes came
);

create unique index upload_current on upload (feed, name) where current = 1;
create index upload_name on upload (feed, name);
create index upload_unfinished on upload (changed) where digest is null;

-- The bytes of files, in parts that are small enough for a row.
create table upload_part (
  upload text ${bytewise} not null,
  starts bigint   not null,  -- where in the file they begin
  bytes  ${bytes} not null,
  primary key (upload, starts)
);
