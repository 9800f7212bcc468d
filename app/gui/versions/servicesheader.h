#pragma once

#include <QHeaderView>

namespace lynceus {

class VersionsModel;

/// The vertical header with the services, which stays visible while the cells scroll. A bar at the edge marks services
/// whose versions differ between environments.
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
