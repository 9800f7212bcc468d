#pragma once

#include <QLabel>

namespace lynceus {

/// A label that shows its text and nothing else: no markup, no entities, no links, whoever wrote it. What is hidden in
/// it is dealt with by visibleText(). Its text begins where its layout does, whatever language it is in: English
/// sentences stay beside what they belong to in a mirrored window. All labels of the window are of this type.
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
