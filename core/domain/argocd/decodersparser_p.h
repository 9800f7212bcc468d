#pragma once

#include "core/domain/argocd/decodersread_p.h"

namespace lynceus {

struct Decoder::Parser
{
    /// Bytes. Memory for texts up to this size is kept between calls; a big list's would be held for nothing.
    static constexpr size_t kKeptCapacity = 8 * 1024 * 1024;

    simdjson::ondemand::parser parser;
    detail::ManifestReader manifests;
    detail::StringPool strings;

    /// @p fields(key, Json) for the outermost object, then @p check(Fault &) for what the whole must have.
    template<typename Fields, typename Check>
    Result<void> read(QByteArray text, Fields fields, Check check)
    {
        if (text.size() > kBodyCap)
            return tl::unexpected(detail::tooLarge(text.size()));
        detail::Reading reading{strings};
        const bool read = detail::readDocument(parser, text, reading, fields) && check(reading.fault);
        if (parser.capacity() > kKeptCapacity)
            parser = simdjson::ondemand::parser();
        if (!read)
            return tl::unexpected(detail::malformed(reading.fault));
        return {};
    }

    template<typename Fields>
    Result<void> read(QByteArray text, Fields fields)
    {
        return read(std::move(text), fields, [](detail::Fault &) { return true; });
    }

    /// A frame of a stream: @p result(Json) for `result`, or the error that `error` describes.
    template<typename ResultReader>
    Result<void> readFrame(QByteArray text, ResultReader result);
};

template<typename ResultReader>
Result<void> Decoder::Parser::readFrame(QByteArray text, ResultReader result)
{
    std::optional<Error> failed;
    bool hasResult = false;
    const auto fields = [&](std::string_view field, detail::Json value) {
        if (field == "error")
            return value.optional(failed, detail::readServerError);
        if (field != "result" || value.isNull())
            return true;
        hasResult = true;
        return result(value);
    };
    const auto isFrame = [&](detail::Fault &fault) {
        return hasResult || failed || fault.set({}, QStringLiteral("contains neither a result nor an error"));
    };
    if (auto read = this->read(std::move(text), fields, isFrame); !read)
        return read;
    if (failed)
        return tl::unexpected(*std::move(failed));
    return {};
}

} // namespace lynceus
