#include "app/serve/answers/asset.h"

#include <QFile>

// A static library's resources are left out by the linker unless somebody asks for them; the macro must stand
// outside of namespaces.
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
