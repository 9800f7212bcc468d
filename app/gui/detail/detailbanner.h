#pragma once

#include "app/gui/detail/detailtext.h"
#include "app/gui/widgets/painting/statecolours.h"

#include <QFrame>
#include <QLatin1StringView>

class QPushButton;

namespace lynceus {

class PlainLabel;

/// An important sentence in the colours and with the symbol of its state. Hidden while empty.
class DetailBanner final : public QFrame
{
    Q_OBJECT
public:
    explicit DetailBanner(QWidget *parent = nullptr);

    void showText(const std::optional<BannerText> &text, StateRole role, QLatin1StringView glyph);

Q_SIGNALS:
    void remedyAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    PlainLabel *m_sentence;
    PlainLabel *m_more;
    QPushButton *m_remedy;
    StateRole m_role = StateRole::Bad;
    QLatin1StringView m_glyph;
};

} // namespace lynceus
