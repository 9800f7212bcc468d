#include "core/domain/text/visibletext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>

using namespace lynceus;

namespace {

bool hasHidden(const QString &text, bool lines)
{
    const auto points = text.toUcs4();
    return std::any_of(points.begin(), points.end(),
                       [lines](char32_t c) { return isHidden(c) && !(lines && (c == '\n' || c == '\t')); });
}

} // namespace

/// No hidden characters remain, a second call changes nothing, and JSON keeps its value.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto utf16 = QString::fromUtf16(reinterpret_cast<const char16_t *>(data), static_cast<qsizetype>(size / 2));
    for (const auto &raw : {QString::fromUtf8(bytes), utf16}) {
        const auto line = visibleLine(raw);
        const auto text = visibleText(raw);
        if (hasHidden(line, false) || hasHidden(text, true) || visibleLine(line) != line || visibleText(text) != text
            || visibleText(raw, 20).size() > 20)
            std::abort();
    }
    const QJsonDocument document(QJsonArray{QString::fromUtf8(bytes)});
    if (QJsonDocument::fromJson(visibleJson(document.toJson())) != document)
        std::abort();
    if (hasHidden(QString::fromUtf8(visibleJson(bytes)).remove(u'\r'), true))
        std::abort();
    return 0;
}
