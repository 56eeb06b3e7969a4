-- Where articles stand in feeds and in the parts of feeds that one category or one author makes. A place is taken once
-- and never moves: archive documents are made of places, and what has left one leaves it empty.
create table place (
  strand    text ${bytewise} not null,  -- such as 'news' or 'news/categories/energy'
  appeared  bigint not null,            -- the order: when readers could, or will, first see the article here
  article   text ${bytewise} not null,
  gone      bigint,                     -- since when it is empty; null while the article is here
  corrected bigint,                     -- when the article last changed significantly, if that was after it appeared
  modified  bigint not null default 0,  -- when what readers see here last changed, for Last-Modified; whole seconds
  primary key (strand, appeared, article)
) ${clustered};

create index place_article on place (article);
create index place_corrected on place (strand, corrected) where corrected is not null;

-- The last place of each complete archive page, so that none is counted from the beginning.
create table mark (
  strand   text ${bytewise} not null,
  page     bigint not null,  -- 1 is the oldest
  appeared bigint not null,
  article  text   not null,
  modified bigint not null,  -- when the page became complete; whole seconds
  primary key (strand, page)
);

alter table feed add column defined bigint not null default 0;  -- when its publisher last defined it anew; whole seconds
alter table feed add column composed bigint not null default 0;  -- 1 if it takes articles of other feeds
