#pragma once

#include <QLabel>

namespace lynceus {

/// A label that shows plain text: no markup, entities or links. Hidden characters are handled by visibleText(). Text is
/// aligned with the layout direction, not with the text's language: in a mirrored window, English sentences stay next
/// to what they describe. All labels of the window have this type.
class PlainLabel : public QLabel
{
    Q_OBJECT
public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void followDirection();
};

} // namespace lynceus
