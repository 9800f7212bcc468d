#pragma once

#include "core/domain/argocd/decoders/decodersstrings_p.h"
#include "core/domain/argocd/decoders/decoderstext_p.h"

#include <QStringList>

#include <limits>
#include <vector>

#include <simdjson.h>

namespace lynceus::detail {

/// Where and why reading stopped. Returning readers prepend their part to the path, so that it costs nothing without a
/// fault.
struct Fault
{
    QString path;
    QString reason;      ///< "is not a string"
    bool broken = false; ///< the text itself is invalid: nothing after it can be read

    void prepend(std::string_view key);
    void prepend(qsizetype index);
    /// Always returns false, for "return fault.set(…)".
    bool set(QString where, QString why);
    /// The text itself is invalid: nothing after this can be read. Always returns false.
    bool breakOff(QString why);
    void clear() { *this = {}; }
    [[nodiscard]] QString sentence() const;
};

/// State shared by all values of one text while it is read.
struct Reading
{
    StringPool &strings;
    Fault fault = {};
};

/// Error message for invalid JSON.
[[nodiscard]] QString describe(simdjson::error_code error);

/// Per list; limits memory, because an element of three bytes can become a hundred. Five times the largest tree seen,
/// and more applications than one Argo CD server can handle.
inline constexpr qsizetype kMostElements = 100'000;

/// A value of a text that is being read. Read it at most once and before the values after it.
///
/// All functions return false if reading must stop; the fault has place and reason. `null` counts as missing: the
/// target is not changed.
class Json final
{
public:
    Json(simdjson::ondemand::value value, Reading &reading)
        : m_value(value)
        , m_reading(&reading)
    { }

    /// Bytes of a scalar, or the opening bracket of anything else.
    [[nodiscard]] std::string_view token()
    {
        auto text = m_value.raw_json_token();
        while (text.size() > 1
               && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t'))
            text.remove_suffix(1);
        return text;
    }
    [[nodiscard]] bool isNull() { return token() == "null"; }
    [[nodiscard]] bool isObject() { return m_value.raw_json_token().starts_with('{'); }
    [[nodiscard]] bool isArray() { return m_value.raw_json_token().starts_with('['); }

    bool read(QString &target);
    /// Free text from a server, user or program; removes secrets (secretscanner.h).
    bool readWords(QString &target);
    bool read(QStringList &target);
    bool read(bool &target);
    bool read(int &target);
    bool read(qint64 &target);
    bool read(std::optional<Instant> &target);
    /// The JSON text of an object, unparsed; only its brackets are checked.
    bool readObjectText(QByteArray &target);

    /// Calls @p handler(key, Json) for each field in order; values that it does not read are skipped.
    template<typename Handler>
    bool fields(Handler handler);

    /// Calls @p handler(Json) for each element.
    template<typename Handler>
    bool elements(Handler handler);

    /// Appends one T per element; @p reader(Json, T &).
    template<typename T, typename Reader>
    bool list(std::vector<T> &target, Reader reader)
    {
        target.clear();
        return elements([&](Json element) { return reader(element, target.emplace_back()); });
    }

    /// Sets @p target and reads into it, unless the value is null; @p reader(Json, T &).
    template<typename T, typename Reader>
    bool optional(std::optional<T> &target, Reader reader)
    {
        if (isNull())
            return true;
        return reader(*this, target.emplace());
    }

    bool fail(const QString &reason);
    [[nodiscard]] Fault &fault() { return m_reading->fault; }
    [[nodiscard]] Reading &reading() { return *m_reading; }
    [[nodiscard]] StringPool &strings() { return m_reading->strings; }

private:
    template<typename Handler>
    friend bool readDocument(simdjson::ondemand::parser &parser, QByteArray &text, Reading &reading, Handler handler);

    template<typename Handler>
    static bool walk(simdjson::ondemand::object &object, Reading &reading, Handler &handler);

    simdjson::ondemand::value m_value;
    Reading *m_reading;
};

/// A text with the padding that the parser may read.
class PaddedText final
{
public:
    /// Does not copy if @p text already has the capacity.
    explicit PaddedText(QByteArray &text);
    [[nodiscard]] simdjson::padded_string_view view() const { return m_view; }

private:
    simdjson::padded_string_view m_view;
};

/// Reads a text with an object as outermost value: @p handler(key, Json) for each field. Nothing may follow the object.
template<typename Handler>
bool readDocument(simdjson::ondemand::parser &parser, QByteArray &text, Reading &reading, Handler handler);

// --- inline parts -------------------------------------------------------------------------------------------------

namespace inlined {

/// Key of @p field without quotes, with escapes unresolved: we read no keys with escapes except label names, where
/// Kubernetes forbids them.
inline std::string_view keyOf(simdjson::ondemand::field &field)
{
    const auto *begin = field.key().raw();
    const auto *end = begin;
    while (*end != '"')
        end += *end == '\\' ? 2 : 1;
    return {begin, static_cast<size_t>(end - begin)};
}

} // namespace inlined

template<typename Handler>
bool Json::walk(simdjson::ondemand::object &object, Reading &reading, Handler &handler)
{
    for (auto result : object) {
        simdjson::ondemand::field field;
        if (const auto error = std::move(result).get(field))
            return reading.fault.breakOff(describe(error));
        const auto key = inlined::keyOf(field);
        if (!handler(key, Json(field.value(), reading))) {
            reading.fault.prepend(key);
            return false;
        }
    }
    return true;
}

template<typename Handler>
bool Json::fields(Handler handler)
{
    if (!isObject())
        return isNull() || fail(QStringLiteral("is not an object"));
    simdjson::ondemand::object object;
    if (const auto error = m_value.get_object().get(object))
        return m_reading->fault.breakOff(describe(error));
    return walk(object, *m_reading, handler);
}

template<typename Handler>
bool Json::elements(Handler handler)
{
    if (!isArray())
        return isNull() || fail(QStringLiteral("is not a list"));
    simdjson::ondemand::array array;
    if (const auto error = m_value.get_array().get(array))
        return m_reading->fault.breakOff(describe(error));
    qsizetype index = 0;
    for (auto result : array) {
        if (index >= kMostElements)
            return m_reading->fault.breakOff(QStringLiteral("has more than %1 elements").arg(kMostElements));
        simdjson::ondemand::value value;
        if (const auto error = std::move(result).get(value))
            return m_reading->fault.breakOff(describe(error));
        if (!handler(Json(value, *m_reading))) {
            m_reading->fault.prepend(index);
            return false;
        }
        ++index;
    }
    return true;
}

template<typename Handler>
bool readDocument(simdjson::ondemand::parser &parser, QByteArray &text, Reading &reading, Handler handler)
{
    const PaddedText padded(text);
    simdjson::ondemand::document document;
    if (const auto error = parser.iterate(padded.view()).get(document))
        return reading.fault.breakOff(describe(error));
    simdjson::ondemand::object root;
    if (const auto error = document.get_object().get(root))
        return reading.fault.breakOff(describe(error));
    if (!Json::walk(root, reading, handler))
        return false;
    const char *rest = nullptr;
    const bool ended = document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
    return ended || reading.fault.breakOff(QStringLiteral("has data after its end"));
}

} // namespace lynceus::detail
