#pragma once

#include <QMessageBox>

namespace lynceus {

/// A message box whose texts are no markup. Deletes itself when it closes.
class PlainMessageBox final : public QMessageBox
{
    Q_OBJECT
public:
    PlainMessageBox(Icon icon, const QString &title, const QString &text, const QString &more, StandardButtons buttons,
                    QWidget *parent);
};

} // namespace lynceus
