package guidang.telegram;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;

import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * A call that carries a file, as {@code multipart/form-data} (Bot API, "Sending files"). It can be sent more than once.
 *
 * @param method as the documentation writes it
 * @param fields values; what is no text or number goes as JSON
 * @param name of the field that the file is in
 * @param fileName as people see it
 * @param type of the content, such as {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent")
record Upload(String method, Map<String, Object> fields, String name, String fileName, String type, byte[] content) {

    Upload {
        fields = new LinkedHashMap<>(fields);
    }

    RequestBody body() {
        var body = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.forEach((field, value) -> body.addFormDataPart(field, written(value)));
        return body.addFormDataPart(name, fileName, RequestBody.create(content, MediaType.get(type))).build();
    }

    private static String written(Object value) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        try {
            return Call.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
