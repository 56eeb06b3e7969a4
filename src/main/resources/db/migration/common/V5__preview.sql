-- The key that the secret addresses of previews are signed with. It is made when the first one is needed.
create table preview_key (
  id     bigint primary key,  -- always 1: there is one key
  secret text   not null      -- 32 random bytes, in hexadecimal digits
);
