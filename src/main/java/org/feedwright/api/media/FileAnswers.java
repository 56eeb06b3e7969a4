package org.feedwright.api.media;

import org.feedwright.api.ApiAddresses;
import org.feedwright.api.Json;
import org.feedwright.api.Representation;
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

    Representation of(UploadedFile file) {
        return Representation.of(json(file));
    }

    /** The answer to whoever sent it: where it is in the API, and what readers will find where. */
    Answer kept(Kept kept) {
        var answer = of(kept.file()).whole(kept.isNew() ? 201 : 200);
        return kept.isNew()
                ? answer.with(new Field("Location", ApiAddresses.of(addresses).file(kept.file())))
                : answer;
    }
}
