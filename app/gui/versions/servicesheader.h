#pragma once

#include <QHeaderView>

namespace lynceus {

class VersionsModel;

/// The services beside their cells, which stay where they are when the cells scroll. A bar at the edge marks those that
/// differ between environments.
class ServicesHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit ServicesHeader(const VersionsModel &model, QWidget *parent = nullptr);

    void setServiceWidth(int width);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    const VersionsModel &m_model;
    int m_width;
};

} // namespace lynceus
