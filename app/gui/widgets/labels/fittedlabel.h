#pragma once

#include "app/gui/widgets/labels/plainlabel.h"

namespace lynceus {

/// One line that is elided if it does not fit, instead of widening the window; the caller sets its tool tip.
class FittedLabel final : public PlainLabel
{
    Q_OBJECT
public:
    explicit FittedLabel(QWidget *parent = nullptr, Qt::TextElideMode elide = Qt::ElideRight);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_elide;
};

} // namespace lynceus
