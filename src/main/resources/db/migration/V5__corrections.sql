-- Why articles were withdrawn, and which names feeds had before.

alter table article add column withdrawn bigint; -- since when; null for what is not, and for what was before this was kept
alter table article add column reason text;      -- as its publisher gave it; null where none was given

create table former_name (
  name text ${bytewise} primary key, -- what the feed was called; of two feeds that claim a name, the first has it
  feed text not null                 -- what it is called now
);

create index former_name_feed on former_name (feed);
