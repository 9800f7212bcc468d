#pragma once

#include "core/io/clock.h"

#include <QLatin1StringView>
#include <QWidget>

#include <vector>

namespace lynceus {

class Engine;

/// Shows how fresh the data of each instance is, in as many lines as needed. Instances that are neither live nor
/// polling come first, with the name and colour of their state.
class FreshnessStrip final : public QWidget
{
    Q_OBJECT
public:
    FreshnessStrip(Engine &engine, const Clock &clock, QWidget *parent = nullptr);

    /// Call regularly: ages grow without a signal.
    void refresh();
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Item
    {
        QString text;
        QLatin1StringView glyph; ///< empty: a filled dot
        int role = 0;            ///< StateRole
        bool isQuiet = true;
    };

    [[nodiscard]] std::vector<Item> items() const;
    /// Rectangles of the items from the leading edge. The bottom of the last one is the required height.
    [[nodiscard]] std::vector<QRect> places(const std::vector<Item> &items, int width) const;

    Engine &m_engine;
    const Clock &m_clock;
};

} // namespace lynceus
