#pragma once

namespace lynceus {

/// No core dumps and no reading of our memory by other processes of the same user: tokens are in it.
void hardenProcess();

} // namespace lynceus
