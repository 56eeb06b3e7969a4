-- What other programs are told of publications, and the work that waits for its time.
--
-- None of it is in a backup: a copy of the store must not tell others again.

-- The table of db-scheduler, with times as everywhere here. It names what is to be done and when; what it is about is in
-- the other tables.
create table scheduled_task (
  task_name            text ${bytewise} not null,
  task_instance        text ${bytewise} not null,
  task_data            bytea,             -- always null
  execution_time       bigint  not null,
  picked               boolean not null,  -- whether a node works on it
  picked_by            text,
  last_success         bigint,
  last_failure         bigint,
  consecutive_failures integer,
  last_heartbeat       bigint,
  version              bigint  not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_task_due on scheduled_task (execution_time);
create index scheduled_task_heartbeat on scheduled_task (last_heartbeat);

-- What is still to be told, to whom.
create table webhook_delivery (
  id       text ${bytewise} primary key,  -- the same in each attempt
  endpoint text ${bytewise} not null,     -- the name in the settings
  article  text ${bytewise} not null,
  number   bigint not null,               -- the order of what is told of one article
  body     text   not null,               -- JSON, as it is sent
  created  bigint not null,
  due      bigint not null,               -- when it is tried next
  attempts bigint not null default 0
);

create index webhook_delivery_order on webhook_delivery (endpoint, article, number);

-- Scheduled articles of which others are told when they appear.
create table webhook_appearance (
  article text ${bytewise} primary key,
  appears bigint not null
);

-- How it goes with those who are told.
create table webhook_endpoint (
  name      text ${bytewise} primary key,
  succeeded bigint,                      -- when something last reached it
  failed    bigint,                      -- when the last attempt failed
  failure   text,                        -- why
  failing   bigint,                      -- since when no attempt has succeeded; null while the last one has
  abandoned bigint not null default 0,   -- how many deliveries were given up
  gave_up   bigint                       -- when the last of them was
);
