#pragma once

#include <QObject>

class QDropEvent;
class QWidget;

namespace lynceus {

/// Lets people drop text, links and files with text onto a widget and its children.
class DropTarget final : public QObject
{
    Q_OBJECT
public:
    explicit DropTarget(QWidget *target);

    /// A part of the target that takes drops of its own, such as a field: it behaves like the rest from now on.
    void add(QWidget *part);

Q_SIGNALS:
    void dropped(const QString &text);
    /// One sentence: why nothing came of it.
    void failed(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(QDropEvent &event);
};

} // namespace lynceus
