#include "core/domain/argocd/decoders/decodersjson_p.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/redaction/secretscanner.h"

namespace lynceus::detail {

using namespace Qt::StringLiterals;

namespace {

/// Characters of a key in a path: ours are short, those of others may be arbitrary.
constexpr qsizetype kShownKey = 60;

QByteArrayView bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

void Fault::prepend(std::string_view key)
{
    const auto shown = redactedText(QString::fromUtf8(bytesOf(key)), kShownKey);
    path = path.isEmpty() || path.startsWith(u'[') ? shown + path : shown + u'.' + path;
}

void Fault::prepend(qsizetype index)
{
    const auto shown = u"[%1]"_s.arg(index);
    path = path.isEmpty() || path.startsWith(u'[') ? shown + path : shown + u'.' + path;
}

bool Fault::set(QString where, QString why)
{
    path = std::move(where);
    reason = std::move(why);
    return false;
}

bool Fault::breakOff(QString why)
{
    broken = true;
    return set({}, std::move(why));
}

QString Fault::sentence() const
{
    return (path.isEmpty() ? u"the response"_s : path) + u' ' + reason;
}

QString describe(simdjson::error_code error)
{
    switch (static_cast<int>(error)) {
    case simdjson::EMPTY:
        return u"is empty"_s;
    case simdjson::UTF8_ERROR:
        return u"is not valid UTF-8"_s;
    case simdjson::UNCLOSED_STRING:
        return u"ends inside a string"_s;
    case simdjson::INCORRECT_TYPE:
        return u"is not an object"_s;
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return u"ends before its last closing bracket"_s;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return u"is too large"_s;
    default:
        return u"is not valid JSON"_s;
    }
}

bool Json::readObjectText(QByteArray &target)
{
    if (!isObject())
        return isNull() || fail(u"is not an object"_s);
    simdjson::ondemand::object object;
    std::string_view text;
    if (const auto error = m_value.get_object().get(object))
        return m_reading->fault.breakOff(describe(error));
    if (const auto error = object.raw_json().get(text))
        return m_reading->fault.breakOff(describe(error));
    target = bytesOf(text).toByteArray().trimmed(); // up to the next value, including white space
    return true;
}

bool Json::read(QString &target)
{
    const auto text = token();
    const auto inside = insideQuotes(text);
    if (!inside)
        return text == "null" || fail(u"is not a string"_s);
    target = m_reading->strings.text(*inside);
    return true;
}

bool Json::readWords(QString &target)
{
    const bool isRead = read(target);
    target = textWithoutSecrets(target);
    return isRead;
}

bool Json::read(QStringList &target)
{
    target.clear();
    return elements([&](Json element) {
        if (element.isNull())
            return element.fail(u"is not a string"_s);
        return element.read(target.emplace_back());
    });
}

bool Json::read(bool &target)
{
    const auto text = token();
    const auto value = truth(text);
    if (!value)
        return text == "null" || fail(u"is not true or false"_s);
    target = *value;
    return true;
}

bool Json::read(qint64 &target)
{
    const auto text = token();
    const auto value = wholeNumber(text);
    if (!value)
        return text == "null" || fail(u"is not an integer in range"_s);
    target = *value;
    return true;
}

bool Json::read(int &target)
{
    qint64 wide = target;
    if (!read(wide))
        return false;
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return fail(u"is not an integer in range"_s);
    target = static_cast<int>(wide);
    return true;
}

bool Json::read(std::optional<Instant> &target)
{
    const auto text = token();
    if (text == "null")
        return true;
    const auto inside = insideQuotes(text);
    if (!inside)
        return fail(u"is not a string"_s);
    target = parseRfc3339(bytesOf(*inside));
    return target || fail(u"is not a time"_s);
}

bool Json::fail(const QString &reason)
{
    m_reading->fault.reason = reason;
    return false;
}

PaddedText::PaddedText(QByteArray &text)
{
    const auto size = text.size();
    // The parser may read after the text; a NUL there marks the end.
    text.reserve(size + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));
    m_view =
        simdjson::padded_string_view(text.constData(), static_cast<size_t>(size), static_cast<size_t>(text.capacity()));
}

} // namespace lynceus::detail
