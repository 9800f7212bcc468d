#pragma once

#include <QPushButton>

namespace lynceus {

/// Opens the palette. Shows its full label if there is room, otherwise a shorter one, at least its icon.
class FindButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit FindButton(QWidget *parent = nullptr);

    /// The displayed shortcut; may be empty.
    void setKey(const QString &key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize sizeWith(const QString &label) const;

    QStringList m_labels; ///< longest first, the last one empty
};

} // namespace lynceus
