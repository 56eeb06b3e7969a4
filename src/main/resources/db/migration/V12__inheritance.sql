-- Feeds that newly say something for their articles, and how far it has been handed on to them.
create table inheritance (
  feed     text ${bytewise} primary key,
  appeared bigint not null,  -- the last place in the feed that has been seen to
  article  text   not null
);
