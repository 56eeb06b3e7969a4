-- The words by which published articles are found. They come folded and with their positions.

create table searchable (
  article text collate "C" primary key,
  terms   tsvector not null
);

create index searchable_terms on searchable using gin (terms);
