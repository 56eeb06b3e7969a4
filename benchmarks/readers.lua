-- Polls of a thousand readers, each with header fields of its own, and each request through a proxy from another address.
-- TAG and MODIFIED are what the readers have, if anything; CLOSE=1 asks for the end of the connection.
local tag, modified, close = os.getenv("TAG"), os.getenv("MODIFIED"), os.getenv("CLOSE")
local encodings = { "gzip", "gzip, deflate", "gzip, x-gzip, deflate", "gzip;q=1.0, identity;q=0.5" }
local accepts = { "*/*", "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.8", "application/rss+xml, application/atom+xml, text/xml, */*" }
local readers, count = {}, 0

function init(arguments)
  for i = 0, 999 do
    local lines = {
      "GET " .. wrk.path .. " HTTP/1.1",
      "Host: " .. wrk.host .. ":" .. wrk.port,
      "User-Agent: Reader/" .. i % 7 .. "." .. i .. " (+https://reader-" .. i .. ".example/; " .. i * 3 .. " subscribers)",
      "Accept: " .. accepts[i % #accepts + 1],
      "Accept-Encoding: " .. encodings[i % #encodings + 1],
    }
    if i % 3 == 0 then lines[#lines + 1] = "Accept-Language: en-US,en;q=0." .. i % 10 end
    if i % 5 == 0 then lines[#lines + 1] = "From: reader-" .. i .. "@example.org" end
    if tag and tag ~= "" then
      lines[#lines + 1] = "If-None-Match: " .. tag
      if i % 4 ~= 0 then lines[#lines + 1] = "If-Modified-Since: " .. modified end
    end
    if close == "1" then lines[#lines + 1] = "Connection: close" end
    lines[#lines + 1] = "X-Forwarded-Proto: https"
    readers[i + 1] = table.concat(lines, "\r\n") .. "\r\nX-Forwarded-For: "
  end
end

function request()
  count = count + 1
  local address = 192 + count % 7 .. "." .. math.floor(count / 65536) % 256 .. "." .. math.floor(count / 256) % 256 .. "." .. count % 256
  return readers[count % 1000 + 1] .. address .. "\r\n\r\n"
end
