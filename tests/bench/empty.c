/* SPDX-License-Identifier: MIT */
/* The cheapest process there is: what remains is the system's own cost. */
int main(void)
{
    return 0;
}
