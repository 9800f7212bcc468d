#include "app/serve/answers/asset.h"

#include <QFile>

// The linker omits resources of a static library without this macro, which must be used outside of namespaces.
static void loadAssets()
{
    Q_INIT_RESOURCE(serve);
}

using namespace Qt::StringLiterals;

namespace lynceus {

QByteArray asset(const QString &name)
{
    loadAssets();
    QFile file(u":/serve/"_s + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

} // namespace lynceus
