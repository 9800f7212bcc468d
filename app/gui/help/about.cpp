#include "app/gui/help/about.h"

#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/plainmessagebox.h"

#include <QCoreApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("About", source);
}

} // namespace

QString aboutText()
{
    return QStringList{tr("Tells whether a released version runs on Argo CD, and why not."),
                       tr("License: Apache-2.0. Icons: Lucide (ISC)."),
                       tr("Built with Qt %1 (LGPL-3.0), running on %2.")
                           .arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName())}
        .join(u"\n\n"_s);
}

void showAbout(QWidget &window)
{
    auto *box = new PlainMessageBox(QMessageBox::NoIcon, tr("About Lynceus"),
                                    tr("Lynceus %1").arg(QStringLiteral(LYNCEUS_VERSION)), aboutText(),
                                    QMessageBox::Close, &window);
    constexpr int kSide = 64;
    box->setIconPixmap(applicationIcon().pixmap(kSide));
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->open();
}

} // namespace lynceus
