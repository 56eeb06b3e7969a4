-- What publishing through the API needs: tokens, what was written, and answers that are given again.

-- Who may use the API. The token itself is never stored.
create table api_token (
  id      text ${bytewise} primary key,  -- the part of the token that may be shown
  name    text   not null,               -- what it is for, in the operator's words
  digest  text   not null,               -- SHA-256 of the whole token, in hexadecimal digits
  scopes  text   not null,               -- such as 'read publish:news'
  created bigint not null
);

-- The articles that came through the API, as they were written. The folder's articles are in folder_file.
create table api_article (
  article  text ${bytewise} primary key,
  source   text not null,  -- JSON
  warnings text not null   -- JSON
);

-- The feeds that are defined through the API, as they were written.
create table api_feed (
  name     text ${bytewise} primary key,
  source   text not null,  -- JSON
  warnings text not null   -- JSON
);

-- Requests with an Idempotency-Key, so that one that is sent again is answered alike and changes nothing.
create table api_request (
  token   text ${bytewise} not null,  -- the id of the token it came with
  key     text ${bytewise} not null,
  request text   not null,            -- a digest of the request
  attempt text   not null,            -- who is about to answer it
  started bigint not null,
  answer  text,                       -- JSON; null until it is answered
  primary key (token, key)
);

create index api_request_started on api_request (started);
