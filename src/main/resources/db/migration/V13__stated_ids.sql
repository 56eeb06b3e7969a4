-- What authors stated as ids, where that is no IRI: the id of such an article is made of it and of its feed's id, once.
alter table article add column stated_id text;

create index article_stated_id on article (feed, stated_id) where stated_id is not null;
