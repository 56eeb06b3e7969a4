-- Addresses at which readers met articles that have other ones since.
create table former_address (
  feed    text not null,
  slug    text not null,
  article text not null,  -- the one that left it last
  primary key (feed, slug)
);
