#pragma once

#include "core/domain/deployments/deploymentnumbers.h"

#include <QWidget>

#include <vector>

namespace lynceus {

class PlainLabel;

/// The four numbers of a period side by side: name, value, samples; the definition and the period before in the tool
/// tip.
class NumberStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit NumberStrip(QWidget *parent = nullptr);

    void show(const DeploymentTrend &trend);

private:
    struct Tile
    {
        QWidget *frame = nullptr;
        PlainLabel *name = nullptr;
        PlainLabel *value = nullptr;
        PlainLabel *samples = nullptr;
    };
    std::vector<Tile> m_tiles;
};

} // namespace lynceus
