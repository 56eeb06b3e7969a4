package org.feedwright.api.media;

import org.feedwright.api.ApiAddresses;
import org.feedwright.api.Json;
import org.feedwright.feed.Addresses;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.upload.Receiving.Kept;
import org.feedwright.upload.UploadedFile;
import tools.jackson.databind.node.ObjectNode;

/** What the API answers of files. */
record FileAnswers(Addresses addresses) {
    ObjectNode json(UploadedFile file) {
        var json = Json.object();
        json.put("name", file.name());
        json.put("type", file.type());
        json.put("length", file.length());
        json.put("sha256", file.digest());
        json.put("uploaded", file.changed().toString());
        json.put("address", addresses.media(file.feed(), file.path()));
        json.put("self", ApiAddresses.of(addresses).file(file));
        return json;
    }

    Answer found(UploadedFile file) {
        return Json.answer(200, Json.bytes(json(file))).with(new Field("ETag", '"' + file.digest() + '"'));
    }

    /** The answer to whoever sent it: where it is in the API, and what readers will find where. */
    Answer kept(Kept kept) {
        var answer = Json.answer(kept.isNew() ? 201 : 200, Json.bytes(json(kept.file())))
                .with(new Field("ETag", '"' + kept.file().digest() + '"'));
        return kept.isNew()
                ? answer.with(new Field("Location", ApiAddresses.of(addresses).file(kept.file())))
                : answer;
    }
}
