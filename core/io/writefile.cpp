#include "core/io/writefile.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace lynceus {

Result<void> writeFile(const QString &fileName, const QByteArray &content)
{
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return badInput(u"%1 cannot be written: %2. Choose another place."_s.arg(fileName, file.errorString()), fileName);
}

} // namespace lynceus
