#pragma once

#include "core/io/clock.h"

#include <QLatin1StringView>
#include <QWidget>

#include <vector>

namespace lynceus {

class Engine;

/// How fresh the data of each instance is, in as many lines as that needs: what is not live or polling comes first,
/// with its word and its colour.
class FreshnessStrip final : public QWidget
{
    Q_OBJECT
public:
    FreshnessStrip(Engine &engine, const Clock &clock, QWidget *parent = nullptr);

    /// Ages grow without a signal.
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
    /// Where the items are, from the leading edge; the last one's bottom is the height.
    [[nodiscard]] std::vector<QRect> places(const std::vector<Item> &items, int width) const;

    Engine &m_engine;
    const Clock &m_clock;
};

} // namespace lynceus
