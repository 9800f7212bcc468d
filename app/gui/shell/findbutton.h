#pragma once

#include <QPushButton>

namespace lynceus {

/// Opens the search for anything. Says in full what is found where there is room, else less, at last only its icon.
class FindButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit FindButton(QWidget *parent = nullptr);

    /// As a person reads it; may be empty.
    void setKey(const QString &key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize sizeWith(const QString &label) const;

    QStringList m_labels; ///< the longest first, the last one empty
};

} // namespace lynceus
