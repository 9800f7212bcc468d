#include "core/domain/redaction/encodedforms.h"

#include "core/domain/redaction/jsontokens.h"

#include <QString>

#include <algorithm>

namespace lynceus {

namespace {

/// The characters that do not depend on the surrounding text, for a value at byte @p offset of three.
QByteArray base64At(const QByteArray &value, int offset, QByteArray::Base64Options alphabet)
{
    const auto letters = (QByteArray(offset, '\0') + value).toBase64(alphabet | QByteArray::OmitTrailingEquals);
    const qsizetype first = offset == 0 ? 0 : offset + 1; // its upper bits belong to the previous byte
    const qsizetype end = (offset + value.size()) * 8 / 6;
    return end > first ? letters.sliced(first, end - first) : QByteArray();
}

/// Every character except ASCII letters and digits as \uXXXX, as some servers write JSON.
QByteArray asCodes(const QByteArray &value)
{
    QByteArray out;
    const auto text = QString::fromUtf8(value);
    for (const auto c : text) {
        const bool isPlain = c.unicode() < 0x80 && c.isLetterOrNumber();
        out +=
            isPlain ? QByteArray(1, c.toLatin1()) : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

QByteArray asHtml(const QByteArray &value, QByteArrayView quote, QByteArrayView apostrophe)
{
    auto out = value;
    return out.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', quote)
        .replace('\'', apostrophe);
}

/// %2F as %2f; letters of the value itself are unchanged.
QByteArray withLowerCodes(QByteArray encoded)
{
    for (qsizetype at = encoded.indexOf('%'); at >= 0 && at + 2 < encoded.size(); at = encoded.indexOf('%', at + 3)) {
        for (const auto digit : {at + 1, at + 2})
            encoded[digit] = encoded[digit] >= 'A' && encoded[digit] <= 'F'
                ? static_cast<char>(encoded[digit] + 'a' - 'A')
                : encoded[digit];
    }
    return encoded;
}

QByteArray reversed(QByteArray value)
{
    std::ranges::reverse(value);
    return value;
}

} // namespace

std::vector<QByteArray> encodedForms(const QByteArray &value, qsizetype shortest)
{
    const auto percent = value.toPercentEncoding();
    auto slashes = jsonEscaped(value);
    slashes.replace('/', "\\/");
    std::vector<QByteArray> forms{value,
                                  value.toLower(),
                                  value.toUpper(),
                                  reversed(value),
                                  percent,
                                  withLowerCodes(percent),
                                  QByteArray(percent).replace("%20", "+"),
                                  percent.toPercentEncoding(),
                                  jsonEscaped(value),
                                  slashes,
                                  jsonEscaped(jsonEscaped(value)),
                                  asCodes(value),
                                  asHtml(value, "&quot;", "&#39;"),
                                  asHtml(value, "&#34;", "&#39;"),
                                  asHtml(value, "&quot;", "&apos;"),
                                  value.toHex(),
                                  value.toHex().toUpper(),
                                  reversed(value.toBase64(QByteArray::OmitTrailingEquals))};
    for (int offset = 0; offset < 3; ++offset) {
        forms.push_back(base64At(value, offset, QByteArray::Base64Encoding));
        forms.push_back(base64At(value, offset, QByteArray::Base64UrlEncoding));
    }
    std::erase_if(forms, [shortest](const QByteArray &form) { return form.size() < shortest; });
    std::ranges::sort(forms);
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    std::ranges::stable_sort(forms, std::greater<>(), [](const QByteArray &form) { return form.size(); });
    return forms;
}

} // namespace lynceus
