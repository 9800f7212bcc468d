#include "core/replay/recordings/builtinrecordings.h"

#include "core/domain/text/nearest.h"

#include <QDir>

// The linker drops a static library's resources unless they are initialised explicitly; the macro must be outside of
// namespaces.
static void loadRecordings()
{
    Q_INIT_RESOURCE(recordings);
}

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSuffix = ".jsonl.gz"_L1;

} // namespace

QStringList builtInRecordings()
{
    loadRecordings();
    QStringList names = QDir(u":/recordings"_s).entryList(QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(kSuffix.size());
    return names;
}

Result<Recording> builtInRecording(const QString &name)
{
    const QStringList names = builtInRecordings();
    if (names.contains(name)) {
        return readRecording(u":/recordings/"_s + name + kSuffix);
    }
    const QStringList near = nearestWords(name, names, 1);
    const QString hint =
        near.isEmpty() ? u"valid: %1"_s.arg(names.join(u", "_s)) : u"did you mean \"%1\"?"_s.arg(near.first());
    return badInput(u"unknown built-in recording \"%1\"; %2"_s.arg(name, hint), name);
}

} // namespace lynceus
