#pragma once

#include "core/domain/argocd/decoders/decodersread_p.h"

namespace lynceus::detail {

/// Memory for reading, shared by all decoders of a thread: it takes 90 KB, and an engine has hundreds of decoders, of
/// which only one per thread reads at a time. While a decoder reads, it must not use another one; manifests in an
/// answer have their own parser.
struct TextParser
{
    [[nodiscard]] static TextParser &ofThread()
    {
        thread_local TextParser parser;
        return parser;
    }

    /// Bytes. Memory for texts up to this size (streams, trees) is kept between calls. Reading takes six times the
    /// text's size, so keeping it for a list would waste 25 MB.
    static constexpr size_t kKeptCapacity = 512 * 1024;

    simdjson::ondemand::parser parser;
    ManifestReader manifests;
    StringPool strings;

    /// @p fields(key, Json) for the outermost object, then @p check(Fault &) for required fields.
    template<typename Fields, typename Check>
    Result<void> read(QByteArray text, Fields fields, Check check)
    {
        if (text.size() > Decoder::kBodyCap)
            return tl::unexpected(tooLarge(text.size()));
        Reading reading{strings};
        const bool read = readDocument(parser, text, reading, fields) && check(reading.fault);
        if (parser.capacity() > kKeptCapacity)
            parser = simdjson::ondemand::parser();
        if (manifests.parser.capacity() > kKeptCapacity)
            manifests = ManifestReader();
        if (!read)
            return tl::unexpected(malformed(reading.fault));
        return {};
    }

    template<typename Fields>
    Result<void> read(QByteArray text, Fields fields)
    {
        return read(std::move(text), fields, [](Fault &) { return true; });
    }

    /// A frame of a stream: @p result(Json) for `result`, or the error in `error`.
    template<typename ResultReader>
    Result<void> readFrame(QByteArray text, ResultReader result);
};

template<typename ResultReader>
Result<void> TextParser::readFrame(QByteArray text, ResultReader result)
{
    std::optional<Error> failed;
    bool hasResult = false;
    const auto fields = [&](std::string_view field, Json value) {
        if (field == "error")
            return value.optional(failed, readServerError);
        if (field != "result" || value.isNull())
            return true;
        hasResult = true;
        return result(value);
    };
    const auto isFrame = [&](Fault &fault) {
        return hasResult || failed || fault.set({}, QStringLiteral("contains neither a result nor an error"));
    };
    if (auto read = this->read(std::move(text), fields, isFrame); !read)
        return read;
    if (failed)
        return tl::unexpected(*std::move(failed));
    return {};
}

} // namespace lynceus::detail
