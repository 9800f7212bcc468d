#pragma once

#include <QObject>

class QDropEvent;
class QWidget;

namespace lynceus {

/// Accepts dropped text, links and text files on a widget and its children.
class DropTarget final : public QObject
{
    Q_OBJECT
public:
    explicit DropTarget(QWidget *target);

    /// Adds a part that would handle drops itself, such as a field.
    void add(QWidget *part);

Q_SIGNALS:
    void dropped(const QString &text);
    /// One sentence: why the drop was rejected.
    void failed(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(QDropEvent &event);
};

} // namespace lynceus
