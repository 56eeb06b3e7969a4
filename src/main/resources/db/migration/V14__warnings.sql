-- What the author of a file should know that is published all the same, as JSON; empty for nothing, null where it
-- was read by an earlier version.
alter table folder_file add column warnings text;

-- Every file is read once more, for what is read of it now, and for its warnings.
update folder_file set size = -1, digest = '' where article is not null;
