-- Several nodes on one store: who is there, who looks after the folder, and what that node has found there.
--
-- Of these tables nothing is published. Those of the folder are filled anew by the first look of whoever looks after it.

-- What only one node does at a time. Its node renews the lease; when it has run out, another node takes it.
create table lease (
  name   text ${bytewise} primary key,
  holder text,             -- the id of the node; null if nobody has it
  term   bigint not null,  -- counts the holders, so that an earlier one is recognized
  until  bigint not null   -- by the database's clock
);

insert into lease (name, holder, term, until) values ('folder', null, 0, 0);

-- The processes that use the store, by the database's clock. With SQLite it is empty.
create table node (
  id      text ${bytewise} primary key,
  name    text   not null,
  version text   not null,
  started bigint not null,
  seen    bigint not null
);

-- Why files are held back, and what authors are told of files that nobody reads.
create table folder_finding (
  source   text ${bytewise} not null,  -- a file's path, or a feed's folder
  kind     text   not null check (kind in ('HELD', 'UNREAD')),
  problems text   not null,            -- JSON
  secret   bigint not null,            -- 1 if readers are not to know yet that there is such a file
  primary key (source, kind)
);

-- The feeds' folders, as they were when they were last looked at.
create table folder_listing (
  directory text ${bytewise} primary key,
  files     bigint not null,  -- articles' files and feed.yaml
  stored    bigint not null,  -- 1 if all that it held is stored
  looked    bigint not null
);

-- How the looks at the folder go: one row.
create table folder_look (
  id       bigint primary key check (id = 1),
  complete bigint not null,  -- 1 if the folder has been looked through once
  reported bigint not null,  -- counts the changes of what was found, so that other nodes read it again
  failure  text,             -- why what is saved cannot be published; null if it can
  since    bigint
);

insert into folder_look (id, complete, reported) values (1, 0, 0);
