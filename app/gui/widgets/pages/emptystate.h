#pragma once

#include <QLatin1StringView>
#include <QWidget>

class QPushButton;

namespace lynceus {

class PlainLabel;

/// Content of an empty page: explains the page and offers the first step.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// @param step text of the button; empty: the user can only wait.
    void say(QLatin1StringView glyph, const QString &title, const QString &sentence, const QString &step = {});
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void stepAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitSentence();
    void drawGlyph();

    QLatin1StringView m_glyph;
    PlainLabel *m_picture;
    PlainLabel *m_title;
    PlainLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace lynceus
