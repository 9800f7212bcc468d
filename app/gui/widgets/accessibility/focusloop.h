#pragma once

#include <QWidget>

namespace lynceus {

/// A window's central widget that makes Tab go round all widgets in it. Qt also stops at pages that pass the focus on
/// to their list. Some are behind the last stop, from which Tab would go to that list and never reach the widgets
/// before it.
class FocusLoop final : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    bool focusNextPrevChild(bool next) override;

private:
    [[nodiscard]] bool isStop(const QWidget &widget) const;
};

} // namespace lynceus
