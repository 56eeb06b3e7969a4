-- The tables of articles, feeds and places, for SQLite and PostgreSQL alike.
--
-- Instants are milliseconds since 1970-01-01T00:00Z; those that become a Last-Modified are whole seconds.
-- A strand is a feed, or the part of a feed that one category or one author makes, such as 'news' or
-- 'news/categories/energy'.
-- ${bytewise} orders texts by their bytes: they must have the same order everywhere, and PostgreSQL's own order depends
-- on its locale.

create table feed (
  name       text ${bytewise} primary key,
  id         text   not null,            -- the feed's identity for ever
  definition text   not null,            -- JSON
  composed   bigint not null default 0,  -- 1 if it takes articles of other feeds
  opened     bigint,                     -- when its first articles were all stored; null until then
  retired    bigint,                     -- since when it answers 410; null while it is published
  defined    bigint not null default 0,  -- when its publisher last changed its definition; whole seconds
  modified   bigint not null,            -- when what readers see last changed; whole seconds
  revision   bigint not null default 0   -- counts changes, so that other nodes notice them
);

-- The names that feeds had before.
create table former_name (
  name text ${bytewise} primary key,  -- of two feeds that claim a name, the first has it
  feed text not null                  -- its present name
);

create index former_name_feed on former_name (feed);

-- Feeds whose new definitions are being handed on to their articles, and how far that has come.
create table inheritance (
  feed     text ${bytewise} primary key,
  appeared bigint not null,  -- with the article, the last place of the feed that is done
  article  text   not null
);

-- The long text comes last: SQLite reads a row from its beginning.
create table article (
  id        text ${bytewise} primary key,
  feed      text   not null,
  slug      text   not null,
  stated_id text,            -- the id that its author stated, where that is no IRI; null otherwise
  state     text   not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  published bigint not null,
  updated   bigint not null,
  appeared  bigint,          -- its place in the feed's order; null for an article that was never visible
  withdrawn bigint,          -- since when; null while it is not
  reason    text,            -- why it was withdrawn, in its publisher's words; null if none were given
  text      text   not null  -- JSON: everything that readers see
);

-- A withdrawn article leaves its address to another one.
create unique index article_address on article (feed, slug) where state <> 'WITHDRAWN';
create index article_withdrawn_address on article (feed, slug, appeared desc, id) where state = 'WITHDRAWN';
create index article_stated_id on article (feed, stated_id) where stated_id is not null;
create index article_order on article (feed, appeared desc, id, state);  -- counting needs the state, and so no table
create index article_newest on article (appeared desc, id) where state = 'PUBLISHED';

-- Addresses at which readers met articles that have other addresses now.
create table former_address (
  feed    text not null,
  slug    text not null,
  article text not null,  -- the last one that was there
  primary key (feed, slug)
);

-- Other addresses on this host that lead to articles, as their authors state them.
create table article_alias (
  address text ${bytewise} not null,  -- a decoded path, perhaps with a query
  article text ${bytewise} not null,
  claimed bigint not null,            -- when the article claimed it: of two that are visible, the first one has it
  primary key (address, article)
);

create index article_alias_article on article_alias (article);

-- Addresses on this host at which readers had feeds before, as their publishers state them.
create table former_document (
  address   text ${bytewise} primary key,  -- a decoded path, perhaps with a query; of two feeds, the first has it
  feed      text not null,
  extension text not null                  -- the format, such as 'rss'
);

create index former_document_feed on former_document (feed);

-- The files that articles name and bring with them. They are served while readers can see such an article.
create table article_media (
  article text not null,
  feed    text not null,
  path    text not null,  -- in the feed's folder, with '/'
  type    text not null,  -- the media type
  primary key (article, path)
);

create index article_media_path on article_media (feed, path, article);

-- Where articles stand. A place is taken once and never moves: archive documents consist of places, and an article that
-- leaves its place leaves it empty.
-- ${clustered} is SQLite's "without rowid", without which it would store the key a second time.
create table place (
  strand    text ${bytewise} not null,
  appeared  bigint not null,            -- the order: when readers could, or will, first see the article here
  article   text ${bytewise} not null,
  gone      bigint,                     -- since when the place is empty; null while the article is here
  corrected bigint,                     -- when the article last changed significantly, if that was after it appeared
  modified  bigint not null default 0,  -- when what readers see here last changed; whole seconds
  primary key (strand, appeared, article)
) ${clustered};

create index place_article on place (article);
create index place_corrected on place (strand, corrected) where corrected is not null;

-- The last place of each complete archive page, so that nobody counts places from the beginning.
create table mark (
  strand   text ${bytewise} not null,
  page     bigint not null,  -- 1 is the oldest
  appeared bigint not null,
  article  text   not null,
  modified bigint not null,  -- when the page became complete; whole seconds
  primary key (strand, page)
);

-- The folder's files as they were when they were last read.
create table folder_file (
  path      text primary key,  -- relative to the folder, with '/'
  directory text   not null,   -- the feed's folder: the first part of the path
  article   text unique,       -- the article that the file holds; null for feed.yaml
  size      bigint not null,   -- bytes; -1 to read the file again
  modified  bigint not null,   -- the file's own time, nanoseconds: an unchanged file is not read again
  digest    text   not null,   -- SHA-256 of its bytes, by which a renamed file is recognized
  warnings  text               -- JSON: the warnings for its author; empty or null if there are none
);

create index folder_file_directory on folder_file (directory);

-- The files that the folder's articles name, as they were when the articles were last read: when such a file changes,
-- the article is read again.
create table folder_media (
  file      text   not null,  -- the article's file, relative to the folder, with '/'
  path      text   not null,  -- in the feed's folder, with '/'
  directory text   not null,  -- the feed's folder
  size      bigint not null,  -- bytes; -1 if there was no such file
  modified  bigint not null,  -- the file's own time, nanoseconds
  primary key (file, path)
);

create index folder_media_directory on folder_media (directory);
