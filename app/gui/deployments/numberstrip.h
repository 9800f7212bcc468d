#pragma once

#include "core/domain/deployments/deploymentnumbers.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace lynceus {

class PlainLabel;

/// Shows the metrics of a period side by side: name, value and number of samples. Tool tips show the definition and the
/// value of the previous period. Wraps into more rows if the names do not fit.
class NumberStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit NumberStrip(QWidget *parent = nullptr);

    void show(const DeploymentTrend &trend);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    [[nodiscard]] int columnsThatFit() const;

    struct Tile
    {
        QWidget *frame = nullptr;
        PlainLabel *name = nullptr;
        PlainLabel *value = nullptr;
        PlainLabel *samples = nullptr;
    };
    std::vector<Tile> m_tiles;
    QGridLayout *m_grid;
    int m_columns = 0;
};

} // namespace lynceus
