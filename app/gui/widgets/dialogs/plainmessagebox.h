#pragma once

#include <QMessageBox>

namespace lynceus {

/// A message box with plain text instead of markup. Deletes itself when it closes.
class PlainMessageBox final : public QMessageBox
{
    Q_OBJECT
public:
    PlainMessageBox(Icon icon, const QString &title, const QString &text, const QString &more, StandardButtons buttons,
                    QWidget *parent);
};

} // namespace lynceus
