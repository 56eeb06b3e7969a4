-- The files that articles name and bring with them. They are served while readers see such an article.
create table article_media (
  article text not null,
  feed    text not null,
  path    text not null,  -- in the feed's folder, with '/'
  type    text not null,  -- media type
  primary key (article, path)
);

create index article_media_path on article_media (feed, path, article);

-- What the folder's articles name beside them, as it was when they were last read: they are read again when it changes.
create table folder_media (
  file      text   not null,  -- the article's file, relative to the folder, with '/'
  path      text   not null,  -- in the feed's folder, with '/'
  directory text   not null,  -- the feed's folder
  size      bigint not null,  -- bytes; -1 where there was no such file
  modified  bigint not null,  -- the file's own time, nanoseconds
  primary key (file, path)
);

create index folder_media_directory on folder_media (directory);

-- Articles that were read earlier may name files that nobody looked for then.
update folder_file set size = -1, digest = '' where article is not null;
