#pragma once

#include "app/gui/widgets/painting/statecolours.h"

#include <QFrame>
#include <QLatin1StringView>

class QPushButton;
class QToolButton;

namespace lynceus {

class PlainLabel;

/// An inline message with an optional remedy as a button.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows the banner. @p detail and @p remedy may be empty.
    void say(StateRole role, const QString &sentence, const QString &detail = {}, const QString &remedy = {});
    void setDismissable(bool dismissable);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QPushButton *remedy() const { return m_remedy; }

Q_SIGNALS:
    void remedyAsked();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour();

    StateRole m_role = StateRole::Neutral;
    PlainLabel *m_sentence;
    PlainLabel *m_detail;
    QPushButton *m_remedy;
    QToolButton *m_close;
};

} // namespace lynceus
