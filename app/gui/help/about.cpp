#include "app/gui/help/about.h"

#include "app/gui/widgets/dialogs/plainmessagebox.h"
#include "app/gui/widgets/painting/icons.h"

#include <QCoreApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(About)
};

} // namespace

QString aboutText()
{
    return QStringList{Text::tr("Tells whether a released version runs on Argo CD, and why not."),
                       Text::tr("License: Apache-2.0. Icons: Lucide (ISC)."),
                       Text::tr("Built with Qt %1 (LGPL-3.0), running on %2.")
                           .arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName())}
        .join(u"\n\n"_s);
}

void showAbout(QWidget &window)
{
    auto *box = new PlainMessageBox(QMessageBox::NoIcon, Text::tr("About Lynceus"),
                                    Text::tr("Lynceus %1").arg(QStringLiteral(LYNCEUS_VERSION)), aboutText(),
                                    QMessageBox::Close, &window);
    constexpr int kSide = 64;
    box->setIconPixmap(applicationIcon().pixmap(kSide));
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->open();
}

} // namespace lynceus
