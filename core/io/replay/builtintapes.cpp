#include "core/io/replay/builtintapes.h"

#include "core/domain/base/nearest.h"

#include <QDir>

// A static library's resources are left out by the linker unless somebody asks for them; the macro must stand
// outside of namespaces.
static void loadTapes()
{
    Q_INIT_RESOURCE(tapes);
}

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSuffix = ".jsonl.gz"_L1;

} // namespace

QStringList builtInTapes()
{
    loadTapes();
    QStringList names = QDir(u":/tapes"_s).entryList(QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(kSuffix.size());
    return names;
}

Result<Tape> builtInTape(const QString &name)
{
    const QStringList names = builtInTapes();
    if (names.contains(name)) {
        return readTape(u":/tapes/"_s + name + kSuffix);
    }
    const QStringList near = nearestWords(name, names, 1);
    const QString hint =
        near.isEmpty() ? u"there are %1"_s.arg(names.join(u", "_s)) : u"did you mean \"%1\"?"_s.arg(near.first());
    return badInput(u"there is no built-in tape \"%1\"; %2"_s.arg(name, hint), name);
}

} // namespace lynceus
