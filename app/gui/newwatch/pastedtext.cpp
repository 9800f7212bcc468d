#include "app/gui/newwatch/pastedtext.h"

#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/newwatch/watchtargets.h"
#include "core/domain/link/applicationlink.h"
#include "core/domain/newwatch/typedimage.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/facade/enginestate.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kFileRead = 64 * 1024; // bytes: pushed images are at the end of a log

Result<QString> fileText(const QString &path)
{
    const auto name = visibleLine(QFileInfo(path).fileName());
    QFile file(path);
    // Reading a pipe or a device would block the window.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return badInput(NewWatchDialog::tr("“%1” cannot be read").arg(name));
    auto from = std::max<qint64>(0, file.size() - kFileRead);
    if (!file.seek(from))
        from = 0;
    auto bytes = file.read(kFileRead);
    if (from > 0) // may start within a line or a character
        bytes.remove(0, bytes.indexOf('\n') + 1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null) || text.trimmed().isEmpty())
        return badInput(NewWatchDialog::tr("“%1” contains no text").arg(name));
    return text;
}

} // namespace

Result<PastedText> pastedText(const QString &text, const EngineState &state, const WatchTargets &targets)
{
    const auto trimmed = text.trimmed();
    std::vector<Instance> known;
    for (const auto &each : state.instances())
        known.push_back(each.instance);
    if (isLink(trimmed)) {
        auto link = parseWatchLink(trimmed, known);
        if (!link)
            return tl::unexpected(link.error());
        return PastedText(*std::move(link));
    }
    if (const auto key = applicationOnPage(trimmed, known)) {
        const auto name = key->nameSpace.isEmpty() ? key->name : key->nameSpace + u'/' + key->name;
        const auto target = targets.index().named(key->instance, name);
        return PastedText(target ? targets.typedName(target->entry.key) : targets.typedName(*key));
    }
    if (trimmed.contains(u'\n')) {
        if (const auto image = imageInText(trimmed); !image.isEmpty())
            return PastedText(image);
    }
    return PastedText(trimmed.section(u'\n', 0, 0).trimmed()); // a log is not a name: use its first line
}

bool canBeDropped(const QMimeData &data)
{
    return data.hasUrls() || data.hasText();
}

Result<QString> droppedText(const QMimeData &data)
{
    if (data.hasUrls() && !data.urls().isEmpty()) {
        const auto url = data.urls().constFirst();
        return url.isLocalFile() ? fileText(url.toLocalFile()) : Result<QString>(url.toString(QUrl::FullyEncoded));
    }
    return data.text();
}

} // namespace lynceus
