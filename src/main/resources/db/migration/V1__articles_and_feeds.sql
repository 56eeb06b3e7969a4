-- Understood by SQLite and PostgreSQL alike; ${bytewise} is how each is told to order a text by its bytes. Instants are milliseconds since 1970-01-01T00:00Z.

create table feed (
  name       text ${bytewise} primary key,
  id         text   not null,  -- the feed's identity for ever
  definition text   not null,  -- JSON
  opened     bigint,           -- when its first articles were all there; null until then
  modified   bigint not null,  -- when what readers see last changed, for Last-Modified
  retired    bigint,           -- since when it answers 410; null while it lives
  revision   bigint not null default 0  -- counts changes, so that other nodes notice them
);

create table article (
  id        text ${bytewise} primary key,
  feed      text   not null,
  slug      text   not null,
  state     text   not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  published bigint not null,
  updated   bigint not null,
  appeared  bigint,            -- the place in the feed's order; null for what was never visible
  text      text   not null    -- JSON: everything a reader sees
);

create unique index article_address on article (feed, slug) where state <> 'WITHDRAWN';
create index article_withdrawn_address on article (feed, slug, appeared desc, id) where state = 'WITHDRAWN';
create index article_order on article (feed, appeared desc, id, state); -- with the state, to be counted by
create index article_newest on article (appeared desc, id) where state = 'PUBLISHED';

-- The folder's files as they were last read.
create table folder_file (
  path      text primary key,  -- relative to the folder, with '/'
  directory text   not null,   -- the feed's folder: the path's first part
  article   text unique,       -- the article that the file holds; null for feed.yaml
  size      bigint not null,   -- bytes
  modified  bigint not null,   -- the file's own time, nanoseconds: an unchanged file is not read again
  digest    text   not null    -- SHA-256 of its bytes: a renamed file is recognized
);

create index folder_file_directory on folder_file (directory);
