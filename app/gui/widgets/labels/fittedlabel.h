#pragma once

#include "app/gui/widgets/labels/plainlabel.h"

namespace lynceus {

/// One line that is elided where it has no room, instead of widening the window; its tool tip is the caller's.
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
